/// How often beliefs are right, and the worked example of paper 4.
///
/// In: simulated traffic of each class, with ground truth, and recorded captures. Out:
/// confusion, recall, precision and calibration of the learned tables and of the paper's.
@NullMarked
package org.sipsleuth.evaluate.belief;

import org.jspecify.annotations.NullMarked;
