package org.sipsleuth.simulate.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Digest authentication (RFC 3261 §22, RFC 2617) with MD5 and `qop=auth`.
public final class Digest {

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"?([^\",]*)\"?");

    private Digest() {}

    /// The value of WWW-Authenticate or Proxy-Authenticate.
    public static String challenge(String realm, String nonce) {
        return "Digest realm=\"%s\", nonce=\"%s\", algorithm=MD5, qop=\"auth\""
                .formatted(realm, nonce);
    }

    /// The value of Authorization or Proxy-Authorization that answers a challenge.
    ///
    /// @param count how often the nonce was used, from 1
    /// @param clientNonce by chance
    public static String answer(
            String challenge,
            String user,
            String password,
            String method,
            String uri,
            int count,
            String clientNonce) {
        String realm = parameter(challenge, "realm");
        String nonce = parameter(challenge, "nonce");
        String counted = "%08x".formatted(count);
        String response = response(user, realm, password, method, uri, nonce, counted, clientNonce);
        return ("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\","
                        + " algorithm=MD5, cnonce=\"%s\", qop=auth, nc=%s")
                .formatted(user, realm, nonce, uri, response, clientNonce, counted);
    }

    /// Whether an answer was made with this password.
    ///
    /// @param answer the value of Authorization or Proxy-Authorization
    public static boolean fits(String answer, String method, String password) {
        String expected =
                response(
                        parameter(answer, "username"),
                        parameter(answer, "realm"),
                        password,
                        method,
                        parameter(answer, "uri"),
                        parameter(answer, "nonce"),
                        parameter(answer, "nc"),
                        parameter(answer, "cnonce"));
        return expected.equals(parameter(answer, "response"));
    }

    /// A parameter of a challenge or an answer, without quotes; empty if there is none.
    public static String parameter(String value, String name) {
        Matcher matcher = PARAMETER.matcher(value);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        return "";
    }

    private static String response(
            String user,
            String realm,
            String password,
            String method,
            String uri,
            String nonce,
            String count,
            String clientNonce) {
        String first = md5(user + ":" + realm + ":" + password);
        String second = md5(method + ":" + uri);
        return md5(String.join(":", first, nonce, count, clientNonce, "auth", second));
    }

    private static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
