/** Rules that are gone. Their ids and names stay theirs: an old `sg-ignore` must never silence something else. */
export const retiredRules: readonly { readonly id: `SG${number}`; readonly name: string }[] = [
  { id: 'SG4006', name: 'product-not-checked' },
];
