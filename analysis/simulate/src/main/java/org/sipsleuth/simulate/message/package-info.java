/// SIP messages in transit between simulated elements, and how each kind of user agent writes them.
@NullMarked
package org.sipsleuth.simulate.message;

import org.jspecify.annotations.NullMarked;
