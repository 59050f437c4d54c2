/// The values of SIP header fields: how bytes are read as one (the scans, which allocate
/// nothing), and the values as types (for the one message that somebody looks at).
///
/// In: the bytes or the text of one value. Out: where its pieces lie, or a record of them.
@NullMarked
package org.sipsleuth.sip.field;

import org.jspecify.annotations.NullMarked;
