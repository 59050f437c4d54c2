/// The work of one student on one lab.
///
/// In: answers and opened hints. Out: what is hidden, the score, and a small file that survives a
/// restart and is handed in.
@NullMarked
package org.sipsleuth.lab.session;

import org.jspecify.annotations.NullMarked;
