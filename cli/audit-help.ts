/** What `--help` prints. Its examples are run by a test. */
export const auditHelp = `Usage: npm run --silent audit -- FILE [options]

Reads a table of predictions with labels and patient attributes, and says for whom the model
works less well, by how much, and how sure that is. FILE is CSV, TSV or Parquet, gzipped or not,
one row per image. Columns are guessed from their names; what was guessed is printed on standard error.

Columns
  --example COL          identifies the image; each must be unique
  --subject COL          identifies the patient; intervals and tests need it where patients have several images
  --task NAME            which finding to audit, one a call (label_NAME with prob_NAME)
  --label COL            the truth: 0, 1, true, false, or empty for unknown
  --score COL            the model's score, a finite number
  --decision COL         the product's own decision, 0 or 1, in the place of a threshold
  --direction WHICH      what label 1 means: disease (default) or healthy, as in "No Finding"
  --scale WHICH          what scores are: probability, logit or rank
                         (default: probability if all lie in [0,1], else rank)

Groups
  --by FAMILIES          families of slices, for example sex,age_group,sex+age_group; quote a name that holds
                         a comma or a plus (default: each guessed attribute with at most 20 levels)
  --numeric COL=EDGES    cut a number into levels at rising edges, for example age=20,40,60 (repeatable)
  --split VALUE          keep the rows of one split
  --where COL=VALUE      keep the rows with this value (repeatable; the value follows the last =)

Questions
  --threshold RULE       a number, youden, sensitivity=x or specificity=x
                         (default: the given decision; else 0.5 where it divides the scores; else youden)
  --adjust ATTR          a case-mix variable: findings are also compared with it held equal (repeatable)
  --metrics KEYS         further metrics: auprc, ece, calibration_slope, calibration_intercept, or all
  --margin X             a difference whose whole interval is within the margin is called so (default 0.05)
  --minimum-gap X        a smaller gap is not a finding (default 0.02)
  --permutations N       permutations of the test of findings (default 1999; 0: normal approximation, faster)
  --seed N               of all random numbers (default 1); the same seed gives the same digits
  --policy FILE          not available yet

Output
  --format WHICH         json (default), csv or markdown, on standard output
  --quiet                no messages on standard error but errors
  -h, --help             this text

Exit status: 0; 1 if a policy's rule fails; 2 for an unusable file or unusable arguments.

Examples
  npm run --silent audit -- scores.csv --task Effusion
  npm run --silent audit -- scores.csv --task Effusion --by sex,age_group,sex+age_group --adjust view --format markdown
  npm run --silent audit -- scores.csv --label label_Effusion --score prob_Effusion --subject patient_id --numeric age=40,65 --by sex,age
  npm run --silent audit -- scores.csv --task Effusion --threshold sensitivity=0.9 --permutations 0 --format csv --quiet
  npm run --silent audit -- scores.csv --task Effusion --where view=PA --by sex --metrics auprc,ece
`
