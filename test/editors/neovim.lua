-- What a scribe does in Neovim, step by step. Each step ends when its effect is there, or fails with its name.
local report = {}
local messages = {}
local limit = 20000

local function write()
  local file = io.open(os.getenv('REPORT'), 'w')
  file:write(vim.fn.json_encode(report))
  file:close()
end

local function step(name, work)
  local good, result = pcall(work)
  report[name] = good and result or ('failed: ' .. tostring(result))
end

local function wait(what, condition)
  if not vim.wait(limit, condition, 20) then
    error('waited in vain until ' .. what .. '; messages: ' .. table.concat(messages, ' | '))
  end
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false), '\n')
end

-- Puts the caret to where a pattern begins.
local function go(pattern)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search(pattern, 'cW') > 0, pattern .. ' is not there')
end

-- Answers the next menu with the entry that has these words.
local function choose(words)
  vim.ui.select = function(items, options, done)
    local shown = {}
    for _, item in ipairs(items) do
      local label = options.format_item(item)
      table.insert(shown, label)
      if label:find(words, 1, true) then
        return done(item)
      end
    end
    table.insert(messages, words .. ' is not among: ' .. table.concat(shown, ', '))
    done(nil)
  end
  vim.lsp.buf.code_action()
end

local show = vim.lsp.handlers['window/showMessage']
vim.lsp.handlers['window/showMessage'] = function(error, result, ...)
  table.insert(messages, result.message)
  return show(error, result, ...)
end

step('diagnostics', function()
  wait('something is wrong', function() return #vim.diagnostic.get(0) > 0 end)
  return vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0))
end)

step('fix', function()
  go('Friday')
  choose('Thursday')
  wait('it is Thursday', function() return text():find('Thursday 2026-02-12', 1, true) end)
  wait('nothing is wrong', function() return #vim.diagnostic.get(0) == 0 end)
  return true
end)

step('completion', function()
  go('- all of us')
  vim.api.nvim_set_current_line('- @fa')
  local found
  wait('people are offered', function()
    local place = vim.lsp.util.make_position_params(0, 'utf-16')
    place.position.character = 5
    local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', place, limit)
    for _, answer in pairs(answers or {}) do
      found = answer.result and (answer.result.items or answer.result)
    end
    return found and #found > 0
  end)
  vim.api.nvim_set_current_line('- all of us - thanks for the lunch')
  return vim.tbl_map(function(each) return each.label end, found)
end)

step('command in a line', function()
  go('clean the barrels')
  choose('Check Off Action Item')
  wait('it is checked off', function() return text():find('- [x] @farid - clean the barrels', 1, true) end)
  return true
end)

step('command with an answer', function()
  go('clean the barrels')
  vim.cmd('Minutebook record.decision text=We press on Thursday.')
  wait('the decision is noted', function() return text():find('We press on Thursday.', 1, true) end)
  return true
end)

step('rename', function()
  go('quentina')
  vim.lsp.buf.rename('quince')
  wait('it is renamed here', function() return not text():find('quentina', 1, true) end)
  local other = vim.fn.bufnr('orchard-minutes-2026-01-21.md')
  assert(other > 0, 'the other file is not open')
  wait('it is renamed there', function() return text(other):find('@quince', 1, true) end)
  return true
end)

step('formatting', function()
  go('Welcome')
  vim.api.nvim_set_current_line('### Welcome  ')
  local format = vim.lsp.buf.format or vim.lsp.buf.formatting
  format()
  wait('the blanks are gone', function() return vim.fn.getline('.') == '### Welcome' end)
  return true
end)

step('new minutes', function()
  vim.fn.cursor(1, 1)
  choose('New Minutes from Previous')
  local name = 'orchard-minutes-2026-02-18.md'
  wait('there are new minutes', function() return vim.fn.bufnr(name) > 0 and #text(vim.fn.bufnr(name)) > 0 end)
  -- Neovim that shows a document itself does so; else a message names it.
  wait('they are shown', function()
    return vim.fn.bufname():find(name, 1, true) or table.concat(messages, ' '):find(name, 1, true)
  end)
  return text(vim.fn.bufnr(name))
end)

step('a refusal', function()
  vim.cmd('buffer orchard-minutes-2026-02-04.md')
  vim.fn.cursor(1, 1)
  choose('New Minutes from Previous')
  wait('it is told', function() return table.concat(messages, ' '):find('never written over', 1, true) end)
  return true
end)

report.messages = messages
report.errors = vim.v.errmsg
write()
vim.cmd('qall!')
