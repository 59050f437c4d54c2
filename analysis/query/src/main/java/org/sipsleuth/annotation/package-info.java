/// What the analyst makes of a capture.
///
/// In: marks, tags and comments given to dialogs. Out: [org.sipsleuth.annotation.DialogNotes], kept
/// in memory, by Call-ID, so that they mean the same when the captures are read again.
@NullMarked
package org.sipsleuth.annotation;

import org.jspecify.annotations.NullMarked;
