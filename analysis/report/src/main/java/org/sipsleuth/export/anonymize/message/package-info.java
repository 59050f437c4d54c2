/// Messages without anybody in them.
///
/// In: a SIP message, and pseudonyms. Out: a message of the same shape, in which only what belongs
/// to protocols and products is as it was.
@NullMarked
package org.sipsleuth.export.anonymize.message;

import org.jspecify.annotations.NullMarked;
