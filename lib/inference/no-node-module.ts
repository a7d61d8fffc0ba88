// Stands for Node's fs, path and crypto in a browser's bundle: see next.config.js.
export {}
