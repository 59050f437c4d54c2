/// Searches the text of messages: as it was captured, header fields and bodies alike.
///
/// In: an index and what is searched for (text, a regular expression or bytes). Out: the messages
/// that have it, and where.
@NullMarked
package org.sipsleuth.search;

import org.jspecify.annotations.NullMarked;
