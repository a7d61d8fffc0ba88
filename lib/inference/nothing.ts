/** Stands in for modules of Node that decoders name but never reach in a browser. */
export {}
