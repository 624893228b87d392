-- A second language client beside VS Code: Neovim's own. Opens one definition with the language server over stdio, prints
-- what the server answers as one JSON object per line, and leaves the judging to scripts/run-nvim.mjs.
-- LSP_COMMAND: JSON array with the server's command line. LSP_FILE: the definition. LSP_ROOT: the workspace folder.
-- Works from Neovim 0.7 on, hence vim.lsp.start_client and not vim.lsp.start.

local limit_ms = 15000

local function report(object)
  io.stdout:write(vim.json.encode(object) .. '\n')
  io.stdout:flush()
end

local function fail(why)
  report({ failure = why })
  vim.cmd('cquit 1')
end

local published
local exited = false

local id = vim.lsp.start_client({
  name = 'alicloud-sg',
  cmd = vim.json.decode(os.getenv('LSP_COMMAND')),
  root_dir = os.getenv('LSP_ROOT'),
  handlers = {
    ['textDocument/publishDiagnostics'] = function(_, result) published = result end,
  },
  on_error = function(code, err) report({ failure = 'client error ' .. tostring(code) .. ': ' .. tostring(err) }) end,
  on_exit = function(code) exited = code end,
})
if not id then return fail('the server did not start') end

vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('LSP_FILE')))
local buffer = vim.api.nvim_get_current_buf()
-- Neovim sends the file type as the languageId. A user without our extension has plain YAML.
vim.bo[buffer].filetype = 'yaml'
vim.lsp.buf_attach_client(buffer, id)

-- Diagnostics of a version of the text, or of any when `version` is nil.
local function wait_for_diagnostics(version)
  return vim.wait(limit_ms, function()
    return published ~= nil and (version == nil or (published.version or 0) >= version)
  end, 10)
end

if not wait_for_diagnostics() then return fail('no diagnostics within ' .. limit_ms .. ' ms') end
report({ diagnostics = published.diagnostics })

-- Hovers over the first key of the file.
local function first_key()
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if line:match('^%w+:') then return number - 1 end
  end
  return 0
end

local position = { line = first_key(), character = 1 }
local answers = vim.lsp.buf_request_sync(
  buffer, 'textDocument/hover', { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = position }, limit_ms)
report({ hover = answers and answers[id] and (answers[id].result or answers[id].err) or vim.NIL })

-- An edit goes to the server as an incremental change, and diagnostics for the changed text come back.
local before = published.version or 0
vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { 'NoSuchKey: 1' })
if not wait_for_diagnostics(before + 1) then return fail('no diagnostics after an edit') end
report({ diagnosticsAfterEdit = published.diagnostics })

vim.lsp.stop_client(id)
vim.wait(limit_ms, function() return exited ~= false end, 10)
report({ serverExit = exited })
vim.cmd('qall!')
