/// How often the legs of calls are found, and how often what is found is right.
///
/// In: simulated calls through back-to-back user agents, with ground truth. Out:
/// precision and recall, and how often links of each confidence are right.
@NullMarked
package org.sipsleuth.evaluate.leg;

import org.jspecify.annotations.NullMarked;
