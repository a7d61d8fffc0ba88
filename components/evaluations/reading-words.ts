/** How to read the page of an evaluation, in short; a catalogue in another language has the same keys. */
export const readingWords = {
  open: 'How to read this page',
  parts: [
    {
      title: 'By task',
      text:
        'A row a task, at the threshold with which it opens. A filled dot is a finding, with the group it is about; a ' +
        'ring says that no gap was shown, and how large a gap could have been missed. The worst slice is a name to ' +
        'look at, not an estimate.',
    },
    {
      title: 'Findings',
      text:
        'Differences from everyone else that are beyond what chance gives among all comparisons of the page, that ' +
        'harm the group, and that are not tiny. Read the end of the interval nearer to zero first: it is what is sure.',
    },
    {
      title: 'What is not known',
      text:
        'Groups too small to say, gaps that could have been missed, attributes that the dataset lacks, and whether ' +
        'the model was trained on these patients. A group of which nothing is said is not a group that is safe.',
    },
    {
      title: 'Held equal',
      text:
        'With the view or another variable held equal, the gap is that between images that are alike in it. What ' +
        'shrinks is accounted for by it, not caused by it; the patients are missed all the same.',
    },
    {
      title: 'Not tested yet',
      text:
        'Values and intervals are final at once; whether differences are beyond chance takes longer. Where a test ' +
        'takes long it waits for “Test this view”. Until then nothing is a finding, and its absence says nothing.',
    },
    {
      title: 'Threshold',
      text:
        'Above each line are the scores of images with disease, below it those of the others. Rust is disease below ' +
        'the threshold, missed; light rust is others at or above it, false alarms. Points move with the slider, ' +
        'intervals and findings follow when you let go.',
    },
    {
      title: 'By group',
      text:
        'A point is the value of a group, its line the 95 % interval, the blue tick everyone else. Filled with a rust ' +
        'bar: a gap. Hollow: not enough evidence, however far away. Hatched: too few to say.',
    },
    {
      title: 'Calibration',
      text:
        'Each point is a tenth of a group by score: where its score promises as much as was observed, it lies on the ' +
        'diagonal. Above it the score promises too little, below it too much.',
    },
    {
      title: 'Heat map',
      text:
        'Two attributes at once, a cell a group with its interval. Of many cells the most extreme is partly chance: ' +
        'read it beside its shrunken value. Hatched cells are too few to say.',
    },
    {
      title: 'Taking it with you',
      text:
        '“Copy link” copies an address that keeps its threshold and its groups, whatever becomes the operating point ' +
        'later. Every chart and table is there as CSV, every chart as SVG, with where its numbers come from.',
    },
  ],
  key: 'The key T turns charts into tables and back',
  close: 'Close',
  copyLink: 'Copy link',
  copied: 'Link copied. It keeps this view and its threshold.',
  copiedOwn: 'Link copied. The model’s own decisions have no threshold to keep: once one is saved, it opens with that.',
  notCopied: 'The link could not be copied. Copy the address of the page.',
}
