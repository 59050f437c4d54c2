/// What in a SIP message departs from the RFCs. Never on the path that reads captures.
///
/// In: the bytes of one message. Out: a list of [org.sipsleuth.conformance.Departure] with places
/// in these bytes (docs/CONFORMANCE.md).
@NullMarked
package org.sipsleuth.conformance;

import org.jspecify.annotations.NullMarked;
