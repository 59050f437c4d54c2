/// Facts in sections, and the nodes that show them.
///
/// In: the facts of sections. Out: nodes, text for the clipboard, and where links lead.
@NullMarked
package org.sipsleuth.view.inspector.fact;

import org.jspecify.annotations.NullMarked;
