/// Messages without anybody in them: a SIP message and pseudonyms in, a message of the same shape
/// out, in which only what belongs to protocols and products is as it was.
@NullMarked
package org.sipsleuth.export.anonymize.message;

import org.jspecify.annotations.NullMarked;

