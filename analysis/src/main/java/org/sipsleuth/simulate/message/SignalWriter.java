package org.sipsleuth.simulate.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Writes messages as their profiles say (RFC 3261 §7). Used again for each; for one thread.
public final class SignalWriter {

    private static final int FIRST_BYTES = 2048;
    private static final byte[] NO_BODY = {};
    private static final List<String> LAST = List.of("Content-Type", "Content-Length");
    private static final List<String> MANDATORY =
            List.of(
                    "Via",
                    "Record-Route",
                    "Route",
                    "Max-Forwards",
                    "From",
                    "To",
                    "Call-ID",
                    "CSeq",
                    "Contact",
                    "Allow",
                    "User-Agent");

    private static final Map<String, String> COMPACT =
            Map.of(
                    "Via", "v",
                    "From", "f",
                    "To", "t",
                    "Call-ID", "i",
                    "Contact", "m",
                    "Content-Type", "c",
                    "Content-Length", "l",
                    "Supported", "k",
                    "Refer-To", "r",
                    "Event", "o");

    /// What a profile writes, with all names as bytes.
    private static final class Plan {
        final String[] names;
        final byte[][] labels;

        Plan(String[] names, byte[][] labels) {
            this.names = names;
            this.labels = labels;
        }
    }

    private final IdentityHashMap<Profile, Plan> plans = new IdentityHashMap<>();
    private final List<Mutation> mutations = new ArrayList<>();
    private byte[] bytes = new byte[FIRST_BYTES];
    private byte[] body = NO_BODY;
    private int size;

    /// Writes a message.
    ///
    /// @return how many bytes of [#bytes] it takes
    public int write(Signal signal) {
        size = 0;
        body = signal.body == null ? NO_BODY : signal.body.text().getBytes(StandardCharsets.UTF_8);
        startLine(signal);
        Plan plan = plans.computeIfAbsent(signal.profile, SignalWriter::plan);
        for (int i = 0; i < plan.names.length; i++) {
            if (i == plan.names.length - LAST.size()) {
                others(signal, plan);
            }
            field(plan.names[i], plan.labels[i], signal);
        }
        line();
        put(body);
        mutations.clear();
        if (signal.mutator != null) {
            bytes = signal.mutator.mutate(Arrays.copyOf(bytes, size), mutations);
            size = bytes.length;
        }
        return size;
    }

    /// What was changed on purpose in the message that was written last.
    public List<Mutation> mutations() {
        return mutations;
    }

    /// The bytes of the message that was written last; more than that, and used again.
    public byte[] bytes() {
        return bytes;
    }

    /// The message as bytes of its own.
    public byte[] toBytes(Signal signal) {
        return Arrays.copyOf(bytes, write(signal));
    }

    private static Plan plan(Profile profile) {
        List<String> ordered =
                profile.order().stream().filter(name -> !LAST.contains(name)).toList();
        List<String> missing = MANDATORY.stream().filter(n -> !ordered.contains(n)).toList();
        String[] names =
                java.util.stream.Stream.of(ordered, missing, LAST)
                        .flatMap(List::stream)
                        .toArray(String[]::new);
        byte[][] labels = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            labels[i] = label(names[i], profile);
        }
        return new Plan(names, labels);
    }

    private static byte[] label(String name, Profile profile) {
        String written = profile.compact() ? COMPACT.getOrDefault(name, name) : name;
        return (written + ": ").getBytes(StandardCharsets.US_ASCII);
    }

    private void startLine(Signal signal) {
        if (signal.isRequest()) {
            text(signal.method);
            put(' ');
            text(signal.requestUri);
            text(" SIP/2.0");
        } else {
            text("SIP/2.0 ");
            number(signal.status);
            put(' ');
            text(signal.reason);
        }
        line();
    }

    private void field(String name, byte[] label, Signal signal) {
        switch (name) {
            case "Via" -> {
                for (Via via : signal.vias) {
                    put(label);
                    via(via);
                    line();
                }
            }
            case "Route" -> list(label, signal.routes);
            case "Record-Route" -> list(label, signal.recordRoutes);
            case "Max-Forwards" -> {
                if (signal.isRequest()) {
                    put(label);
                    number(signal.maxForwards);
                    line();
                }
            }
            case "From" -> address(label, signal.from);
            case "To" -> address(label, signal.to);
            case "Call-ID" -> valueOf(label, signal.callId);
            case "CSeq" -> {
                put(label);
                number(signal.cseq);
                put(' ');
                text(signal.method);
                line();
            }
            case "Contact" -> {
                if (signal.contact != null) {
                    valueOf(label, signal.contact);
                }
            }
            case "Allow" -> {
                if (!signal.profile.allow().isEmpty() && tellsMethods(signal)) {
                    valueOf(label, signal.profile.allow());
                }
            }
            case "User-Agent" -> product(label, signal);
            case "Content-Type" -> {
                if (signal.body != null) {
                    valueOf(label, signal.body.type());
                }
            }
            case "Content-Length" -> {
                put(label);
                number(body.length);
                line();
            }
            default -> named(name, label, signal);
        }
    }

    private static boolean tellsMethods(Signal signal) {
        boolean method = signal.method.equals("INVITE") || signal.method.equals("OPTIONS");
        return method && (signal.isRequest() || signal.status / 100 == 2);
    }

    private void product(byte[] label, Signal signal) {
        if (signal.profile.product().isEmpty()) {
            return;
        }
        if (!signal.isRequest() && signal.profile.serverName()) {
            text("Server: ");
        } else {
            put(label);
        }
        text(signal.profile.product());
        line();
    }

    /// Fields that the profile has a place for.
    private void named(String name, byte[] label, Signal signal) {
        List<Field> fields = signal.fields;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.name().equals(name)) {
                valueOf(label, field.value());
            }
        }
    }

    /// Fields that the profile has no place for.
    private void others(Signal signal, Plan plan) {
        for (Field field : signal.fields) {
            boolean placed = false;
            for (String name : plan.names) {
                placed |= name.equals(field.name());
            }
            if (!placed) {
                valueOf(label(field.name(), signal.profile), field.value());
            }
        }
    }

    private void list(byte[] label, List<String> values) {
        for (String value : values) {
            valueOf(label, value);
        }
    }

    private void valueOf(byte[] label, String value) {
        put(label);
        text(value);
        line();
    }

    private void via(Via via) {
        text("SIP/2.0/");
        text(via.transport());
        put(' ');
        text(via.sentBy());
        text(";branch=");
        text(via.branch());
        if (!via.received().isEmpty()) {
            text(";received=");
            text(via.received());
        }
        if (via.rport() != 0) {
            text(";rport");
            if (via.rport() > 0) {
                put('=');
                number(via.rport());
            }
        }
    }

    private void address(byte[] label, NameAddress address) {
        put(label);
        if (!address.display().isEmpty()) {
            put('"');
            text(address.display());
            text("\" ");
        }
        put('<');
        text(address.uri());
        put('>');
        if (!address.tag().isEmpty()) {
            text(";tag=");
            text(address.tag());
        }
        line();
    }

    private void line() {
        put('\r');
        put('\n');
    }

    private void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    private void put(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    private void number(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        room(digits);
        size += digits;
        int at = size;
        for (long rest = value; digits > 0; rest /= 10, digits--) {
            bytes[--at] = (byte) ('0' + rest % 10);
        }
    }

    @SuppressWarnings("deprecation") // the one method that copies ASCII without a detour
    private void text(String text) {
        int length = text.length();
        if (!isAscii(text, length)) {
            put(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        room(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    private static boolean isAscii(String text, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= text.charAt(i);
        }
        return all < 0x80;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
