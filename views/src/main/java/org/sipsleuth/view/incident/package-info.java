/// The overview, the first page of every capture: what happened, as a story whose every clause
/// leads to its messages, and the page of one incident.
///
/// In: the state of the session. Out: the selection and the filter that links lead to.
@NullMarked
package org.sipsleuth.view.incident;

import org.jspecify.annotations.NullMarked;
