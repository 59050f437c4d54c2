/// How often the legs of calls are found, and how often what is found is right.
///
/// In: simulated calls through back-to-back user agents, of which the truth is known. Out:
/// precision and recall, and how often links of each confidence are right.
@NullMarked
package org.sipsleuth.evaluate.leg;

import org.jspecify.annotations.NullMarked;
