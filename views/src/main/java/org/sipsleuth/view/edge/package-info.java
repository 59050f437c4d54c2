/// The page *Edge*: what a protected border would have done with the messages of the capture.
///
/// In: the open capture, its incidents or its ground truth. Out: the flow of messages through the
/// border, what each protection does alone, recommendations.
@NullMarked
package org.sipsleuth.view.edge;

import org.jspecify.annotations.NullMarked;
