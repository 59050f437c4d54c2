package org.sipsleuth.simulate.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes messages in the style of their profiles (RFC 3261 §7). Reusable; not thread-safe.
public final class SignalWriter {

    private static final byte[] NO_BODY = {};
    private static final List<String> LAST = List.of("Content-Type", "Content-Length");
    private static final List<String> MANDATORY = List.of("Via", "Record-Route", "Route", "Max-Forwards", "From", "To",
            "Call-ID", "CSeq", "Contact", "Allow", "User-Agent");

    private static final Map<String, String> COMPACT =
            Map.of("Via", "v", "From", "f", "To", "t", "Call-ID", "i", "Contact", "m", "Content-Type", "c",
                    "Content-Length", "l", "Supported", "k", "Refer-To", "r", "Event", "o");

    /// A profile with all names as bytes.
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
    private final MessageText out = new MessageText();
    private byte[] body = NO_BODY;

    /// Writes a message.
    ///
    /// @return the length of the message in [#bytes]
    public int write(Signal signal) {
        out.clear();
        body = signal.body == null ? NO_BODY : signal.body.text().getBytes(StandardCharsets.UTF_8);
        startLine(signal);
        Plan plan = plans.computeIfAbsent(signal.profile, SignalWriter::plan);
        for (int i = 0; i < plan.names.length; i++) {
            if (i == plan.names.length - LAST.size()) {
                others(signal, plan);
            }
            field(plan.names[i], plan.labels[i], signal);
        }
        out.line();
        out.put(body);
        mutations.clear();
        if (signal.mutator != null) {
            byte[] written = Arrays.copyOf(out.bytes(), out.size());
            out.become(signal.mutator.mutate(written, mutations));
        }
        return out.size();
    }

    /// The mutations of the message that was written last.
    public List<Mutation> mutations() {
        return mutations;
    }

    /// The buffer with the message that was written last; it may be longer, and is reused.
    public byte[] bytes() {
        return out.bytes();
    }

    /// A copy of the bytes of the message.
    public byte[] toBytes(Signal signal) {
        int length = write(signal);
        return Arrays.copyOf(out.bytes(), length);
    }

    private static Plan plan(Profile profile) {
        List<String> ordered = profile.order().stream().filter(name -> !LAST.contains(name)).toList();
        List<String> missing = MANDATORY.stream().filter(n -> !ordered.contains(n)).toList();
        String[] names = Stream.of(ordered, missing, LAST).flatMap(List::stream).toArray(String[]::new);
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
            out.text(signal.method);
            out.put(' ');
            out.text(signal.requestUri);
            out.text(" SIP/2.0");
        } else {
            out.text("SIP/2.0 ");
            out.number(signal.status);
            out.put(' ');
            out.text(signal.reason);
        }
        out.line();
    }

    private void field(String name, byte[] label, Signal signal) {
        switch (name) {
            case "Via" -> {
                for (Via via : signal.vias) {
                    out.put(label);
                    via(via);
                    out.line();
                }
            }
            case "Route" -> list(label, signal.routes);
            case "Record-Route" -> list(label, signal.recordRoutes);
            case "Max-Forwards" -> {
                if (signal.isRequest()) {
                    out.put(label);
                    out.number(signal.maxForwards);
                    out.line();
                }
            }
            case "From" -> address(label, signal.from);
            case "To" -> address(label, signal.to);
            case "Call-ID" -> valueOf(label, signal.callId);
            case "CSeq" -> {
                out.put(label);
                out.number(signal.cseq);
                out.put(' ');
                out.text(signal.method);
                out.line();
            }
            case "Contact" -> {
                if (signal.contact != null) {
                    valueOf(label, signal.contact);
                }
            }
            case "Allow" -> {
                if (!signal.profile.allow().isEmpty() && carriesAllow(signal)) {
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
                out.put(label);
                out.number(body.length);
                out.line();
            }
            default -> named(name, label, signal);
        }
    }

    private static boolean carriesAllow(Signal signal) {
        boolean method = signal.method.equals("INVITE") || signal.method.equals("OPTIONS");
        return method && (signal.isRequest() || signal.status / 100 == 2);
    }

    private void product(byte[] label, Signal signal) {
        if (signal.profile.product().isEmpty()) {
            return;
        }
        if (!signal.isRequest() && signal.profile.serverName()) {
            out.text("Server: ");
        } else {
            out.put(label);
        }
        out.text(signal.profile.product());
        out.line();
    }

    /// Fields in the header order of the profile.
    private void named(String name, byte[] label, Signal signal) {
        List<Field> fields = signal.fields;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.name().equals(name)) {
                valueOf(label, field.value());
            }
        }
    }

    /// Fields not in the header order of the profile.
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
        out.put(label);
        out.text(value);
        out.line();
    }

    private void via(Via via) {
        out.text("SIP/2.0/");
        out.text(via.transport());
        out.put(' ');
        out.text(via.sentBy());
        out.text(";branch=");
        out.text(via.branch());
        if (!via.received().isEmpty()) {
            out.text(";received=");
            out.text(via.received());
        }
        if (via.rport() != 0) {
            out.text(";rport");
            if (via.rport() > 0) {
                out.put('=');
                out.number(via.rport());
            }
        }
    }

    private void address(byte[] label, NameAddress address) {
        out.put(label);
        if (!address.display().isEmpty()) {
            out.put('"');
            out.text(address.display());
            out.text("\" ");
        }
        out.put('<');
        out.text(address.uri());
        out.put('>');
        if (!address.tag().isEmpty()) {
            out.text(";tag=");
            out.text(address.tag());
        }
        out.line();
    }
}
