local os = require("mine")
local function load(x) end
os.execute(text); load(text)
