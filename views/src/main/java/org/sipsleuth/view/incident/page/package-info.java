/// The page of one incident: story with evidence, stages over time, key messages, and why it was
/// concluded.
///
/// In: an incident. Out: the selection, text for the clipboard.
@NullMarked
package org.sipsleuth.view.incident.page;

import org.jspecify.annotations.NullMarked;
