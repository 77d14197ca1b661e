import fs from "node:fs";
import { createHash } from "crypto";
import { spawnSync } from "child_process";

fs.readFileSync(a);  // -> javascript/blocking-file fs.readFileSync
spawnSync(a);  // -> javascript/blocking-command spawnSync
document.write(a);  // -> javascript/document-write document
const options = { rejectUnauthorized: false };  // -> javascript/unverified-tls
createHash("md5");  // -> javascript/broken-hash createHash
fs.readFile(a); file.write(a); createHash("sha256"); const other = { rejectUnauthorized: true };
