package org.sipsleuth.simulate.message;

import java.util.HexFormat;

/// Digest authentication (RFC 3261 §22, RFC 2617) with MD5 and `qop=auth`.
public final class Digest {

    private static final ThreadLocal<Md5> MD5 = ThreadLocal.withInitial(Md5::new);

    private Digest() {}

    /// The value of WWW-Authenticate or Proxy-Authenticate.
    public static String challenge(String realm, String nonce) {
        return "Digest realm=\"" + realm + "\", nonce=\"" + nonce + "\", algorithm=MD5, qop=\"auth\"";
    }

    /// The value of Authorization or Proxy-Authorization that answers a challenge.
    ///
    /// @param count how often the nonce was used, from 1
    /// @param clientNonce by chance
    public static String answer(String challenge, String user, String password, String method, String uri, int count,
            String clientNonce) {
        String realm = parameter(challenge, "realm");
        String nonce = parameter(challenge, "nonce");
        String counted = HexFormat.of().toHexDigits(count);
        String response = response(user, realm, password, method, uri, nonce, counted, clientNonce);
        return "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", response=\"" + response + "\", algorithm=MD5, cnonce=\"" + clientNonce + "\", qop=auth, nc="
                + counted;
    }

    /// Whether an answer was made with this password.
    ///
    /// @param answer the value of Authorization or Proxy-Authorization
    public static boolean fits(String answer, String method, String password) {
        String expected = response(parameter(answer, "username"), parameter(answer, "realm"), password, method,
                parameter(answer, "uri"), parameter(answer, "nonce"), parameter(answer, "nc"),
                parameter(answer, "cnonce"));
        return expected.equals(parameter(answer, "response"));
    }

    /// A parameter of a challenge or an answer, without quotes; empty if there is none.
    public static String parameter(String value, String name) {
        int at = value.indexOf(name);
        while (at > 0 && !(value.charAt(at - 1) == ' ' && value.startsWith("=", at + name.length()))) {
            at = value.indexOf(name, at + 1);
        }
        if (at <= 0) {
            return "";
        }
        int from = at + name.length() + 1;
        boolean quoted = value.charAt(from) == '"';
        int to = quoted ? value.indexOf('"', from + 1) : value.indexOf(',', from);
        return value.substring(quoted ? from + 1 : from, to < 0 ? value.length() : to);
    }

    private static String response(String user, String realm, String password, String method, String uri, String nonce,
            String count, String clientNonce) {
        Md5 md5 = MD5.get();
        String first = md5.of(user + ":" + realm + ":" + password);
        String second = md5.of(method + ":" + uri);
        return md5.of(String.join(":", first, nonce, count, clientNonce, "auth", second));
    }
}
