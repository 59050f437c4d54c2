package org.sipsleuth.dialog.stream;

/// Messages to send over streams, for tests.
final class Sample {

    private Sample() {}

    /// A request with a body and its length.
    static String request(String id, String body) {
        return request(id, body, body.length());
    }

    /// A request with a body that indicates this length.
    static String request(String id, String body, int length) {
        return header(id) + "Content-Type: application/sdp\r\nContent-Length: " + length + "\r\n\r\n" + body;
    }

    /// A request without body, and without its length.
    static String bare(String id) {
        return header(id) + "\r\n";
    }

    static String header(String id) {
        return """
               MESSAGE sip:b@example.org SIP/2.0
               Via: SIP/2.0/TCP host;branch=z9hG4bK%s
               Max-Forwards: 70
               From: <sip:a@example.org>;tag=a
               To: <sip:b@example.org>
               Call-ID: %s
               CSeq: 1 MESSAGE
               """.formatted(id, id).replace("\n", "\r\n");
    }

    /// A response with the length in its compact form.
    static String response(String id) {
        return """
               SIP/2.0 200 OK
               Via: SIP/2.0/TCP host;branch=z9hG4bK%s
               From: <sip:a@example.org>;tag=a
               To: <sip:b@example.org>;tag=b
               Call-ID: %s
               CSeq: 1 MESSAGE
               l: 0

               """.formatted(id, id).replace("\n", "\r\n");
    }

    static final String SDP = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n";
}
