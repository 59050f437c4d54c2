/// What in a SIP message departs from the RFCs: the bytes of one message come in, a list of
/// [org.sipsleuth.conformance.Departure] with places in these bytes goes out. Never on the path
/// that reads captures.
@NullMarked
package org.sipsleuth.conformance;

import org.jspecify.annotations.NullMarked;
