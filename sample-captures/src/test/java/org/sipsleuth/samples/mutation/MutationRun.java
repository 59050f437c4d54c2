package org.sipsleuth.samples.mutation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sends mutated SIP requests to a server and notes what it changed in each: the tool of the
/// recording `torture`, which starts it from its source. It listens to no answer, and it sends
/// nowhere but to a host of the networks that are kept for documentation or to this machine.
public final class MutationRun {

    private static final int LINGER_MILLIS = 1500;
    private static final List<String> ALLOWED = List.of("192.0.2.", "198.51.100.", "203.0.113.", "127.");

    private MutationRun() {}

    /// Arguments: local address, local port, server address, server port, seed, milliseconds
    /// between two messages, the file to write.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 7) {
            throw new IllegalArgumentException("MutationRun LOCAL PORT SERVER PORT SEED GAP-MILLIS FILE");
        }
        var local = address(arguments[0], arguments[1]);
        var server = address(arguments[2], arguments[3]);
        String from = arguments[0] + ":" + arguments[1];
        long gapMillis = Long.parseLong(arguments[5]);
        List<String> lines = new ArrayList<>();
        try (DatagramChannel channel = DatagramChannel.open().bind(local)) {
            for (Mutation mutation : Mutations.all(Long.parseLong(arguments[4]), from)) {
                channel.send(ByteBuffer.wrap(mutation.bytes()), server);
                lines.add(mutation.line());
                Thread.sleep(gapMillis); // the recording shall have the messages apart
            }
            Thread.sleep(LINGER_MILLIS); // answers still come, and nobody tells of the last one
        }
        Files.write(Path.of(arguments[6]), lines);
    }

    private static InetSocketAddress address(String address, String port) throws IOException {
        if (ALLOWED.stream().noneMatch(address::startsWith)) {
            throw new IllegalArgumentException("not an address for documentation: " + address);
        }
        return new InetSocketAddress(InetAddress.getByName(address), Integer.parseInt(port));
    }
}
