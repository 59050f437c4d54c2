/// The tables and figures of paper 1.
///
/// In: the scenario `paper-dialogs`. Out: Tables 7 to 9, Figures 6 to 10, training and time.
@NullMarked
package org.sipsleuth.evaluate.sequence;

import org.jspecify.annotations.NullMarked;
