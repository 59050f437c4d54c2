/// SIP messages in transit between simulated elements.
///
/// In: the parts of a message. Out: its text as a kind of user agent writes it.
@NullMarked
package org.sipsleuth.simulate.message;

import org.jspecify.annotations.NullMarked;
