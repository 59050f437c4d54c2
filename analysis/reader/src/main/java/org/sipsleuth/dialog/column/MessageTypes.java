package org.sipsleuth.dialog.column;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The types of messages as small numbers: a status code represents itself, a method 1000 and more
/// in the order in which they came; the registered methods come first and are the same in every
/// index.
public final class MessageTypes {

    /// The number of the first method.
    public static final int FIRST_METHOD = 1000;

    public static final int ACK = FIRST_METHOD;
    public static final int BYE = FIRST_METHOD + 1;
    public static final int CANCEL = FIRST_METHOD + 2;
    public static final int INVITE = FIRST_METHOD + 3;
    public static final int PRACK = FIRST_METHOD + 4;
    public static final int UPDATE = FIRST_METHOD + 5;
    public static final int MESSAGE = FIRST_METHOD + 7;
    public static final int NOTIFY = FIRST_METHOD + 8;
    public static final int OPTIONS = FIRST_METHOD + 9;
    public static final int REFER = FIRST_METHOD + 11;
    public static final int REGISTER = FIRST_METHOD + 12;
    public static final int SUBSCRIBE = FIRST_METHOD + 13;

    private static final List<String> REGISTERED = List.of("ACK", "BYE", "CANCEL", "INVITE", "PRACK", "UPDATE", "INFO",
            "MESSAGE", "NOTIFY", "OPTIONS", "PUBLISH", "REFER", "REGISTER", "SUBSCRIBE");

    /// Invented methods beyond this many share one number.
    private static final int MOST_METHODS = 20_000;

    private static final byte[] OTHER = "(other)".getBytes(StandardCharsets.US_ASCII);

    private final NamePool methods;

    /// The registered methods.
    public MessageTypes() {
        this(new NamePool());
        for (String method : REGISTERED) {
            byte[] name = method.getBytes(StandardCharsets.US_ASCII);
            methods.intern(name, 0, name.length);
        }
    }

    private MessageTypes(NamePool methods) {
        this.methods = methods;
    }

    /// The number of a method, which is added if it is new.
    public int ofMethod(byte[] bytes, int from, int to) {
        if (methods.size() < MOST_METHODS) {
            return FIRST_METHOD + methods.intern(bytes, from, to);
        }
        int known = methods.find(bytes, from, to);
        return FIRST_METHOD + (known >= 0 ? known : methods.intern(OTHER, 0, OTHER.length));
    }

    /// Whether a method is registered (RFC 3261 §27.4).
    public static boolean isRegistered(byte[] bytes, int from, int to) {
        return REGISTERED.contains(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    /// Whether the number represents a method.
    public static boolean isMethod(int type) {
        return type >= FIRST_METHOD;
    }

    /// Behind the last number of a type.
    public int end() {
        return FIRST_METHOD + methods.size();
    }

    /// `INVITE`, `200`.
    public String name(int type) {
        if (!isMethod(type)) {
            return String.valueOf(type);
        }
        int method = type - FIRST_METHOD;
        return method < REGISTERED.size() ? REGISTERED.get(method) : methods.name(method);
    }

    /// The types that there are now, to read by any thread.
    public MessageTypes snapshot() {
        return new MessageTypes(methods.snapshot());
    }
}
