package org.sipsleuth.dialog.note;

import java.util.Optional;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.SipResponse;

/// A message with its endpoints and transport.
///
/// @param sip the message
/// @param source the sending endpoint
/// @param destination the receiving endpoint
/// @param transport transport protocol
/// @param lengthBytes length of the datagram's payload, or of the message in a stream
record ReadMessage(SipMessage sip, Endpoint source, Endpoint destination, Transport transport, int lengthBytes) {

    /// Its method, if it is a request.
    Optional<String> method() {
        return sip instanceof SipRequest request ? Optional.of(request.method()) : Optional.empty();
    }

    boolean isRequest() {
        return sip instanceof SipRequest;
    }

    /// The status code of a response; 0 of a request.
    int status() {
        return sip instanceof SipResponse response ? response.statusCode() : 0;
    }

    /// Whether it comes straight from a user agent: a request with one Via.
    boolean isFromUserAgent() {
        return isRequest() && sip.vias().size() == 1;
    }
}
