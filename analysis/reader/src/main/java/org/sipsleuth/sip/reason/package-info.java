/// Why a request, a call or a registration ended, as messages state it: Reason (RFC 3326), the
/// causes of Q.850, and the names of status codes.
///
/// In: values of header fields and status codes. Out: [org.sipsleuth.sip.reason.ReasonValue]s and
/// their words.
@NullMarked
package org.sipsleuth.sip.reason;

import org.jspecify.annotations.NullMarked;
