package org.sipsleuth.belief.observation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.NamePool;

/// Numbers hosts as one of several readers meets them: an address always has the same number,
/// whether it comes from a packet or from a text, and however it is written there.
final class HostNumbers {

    private static final int LONGEST_HOST = 255;

    private final MessageTable messages;
    private final NamePool names = new NamePool();
    private final int[] ofEndpoint;

    HostNumbers(MessageTable messages) {
        this.messages = messages;
        this.ofEndpoint = new int[messages.endpointCount()];
        Arrays.fill(ofEndpoint, -1);
    }

    /// How many hosts there are.
    int size() {
        return names.size();
    }

    /// The name of a host.
    String name(int number) {
        return names.name(number);
    }

    /// The host of an endpoint.
    int ofEndpoint(int endpoint) {
        if (ofEndpoint[endpoint] < 0) {
            ofEndpoint[endpoint] = add(messages.endpoint(endpoint).host());
        }
        return ofEndpoint[endpoint];
    }

    /// The host that is written somewhere.
    int ofText(byte[] buffer, int from, int to) {
        int end = Math.min(to, from + LONGEST_HOST);
        boolean plain = true;
        for (int p = from; p < end; p++) {
            plain &= buffer[p] >= '.' && buffer[p] <= '9';
        }
        if (plain) {
            return names.intern(buffer, from, end); // an IPv4 address: as it is
        }
        return add(canonical(new String(buffer, from, end - from, StandardCharsets.UTF_8)));
    }

    private static String canonical(String text) {
        String bare = text.replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
        if (bare.indexOf(':') < 0) {
            return bare;
        }
        try {
            return IpText.of(java.net.InetAddress.ofLiteral(bare).getAddress());
        } catch (IllegalArgumentException noAddress) {
            return bare;
        }
    }

    private int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return names.intern(bytes, 0, bytes.length);
    }
}
