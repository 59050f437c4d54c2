package org.sipsleuth.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Makes damaged inputs from sound ones, as an attacker or a broken disk would.
final class Mutation {

    /// Longer inputs are cut: time goes into the number of inputs, not into their size.
    private static final int MOST_BYTES = 6_000;

    private static final int MOST_CHANGES = 8;

    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        2,
        4,
        7,
        8,
        16,
        20,
        28,
        40,
        127,
        128,
        255,
        256,
        1_500,
        16_384,
        32_767,
        32_768,
        65_535,
        65_536,
        262_144,
        262_145,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0x80000001L};

    private static final String[] WORDS = {
        "\r\n",
        "\r\n\r\n",
        "\n",
        "\r",
        "\0",
        " ",
        "\t",
        ":",
        ";",
        ",",
        "\"",
        "\\",
        "<",
        ">",
        "=",
        "[",
        "]",
        "@",
        "?",
        "%00",
        "SIP/2.0",
        "INVITE sip:a@b SIP/2.0\r\n",
        "SIP/2.0 200 OK\r\n",
        "\r\nContent-Length: ",
        "\r\nl:0\r\n\r\n",
        "\r\ni:",
        "\r\nVia: ",
        "\r\nCSeq: ",
        "\r\nc:",
        "application/sdp",
        "multipart/mixed;boundary=b",
        "\r\n--b\r\n",
        "-1",
        "2147483648",
        "4294967296",
        "18446744073709551616",
        "99999999999999999999999",
        "\u00ff\u00fe",
        "\r\n ",
        "v=0\r\n",
        "m=audio 1 RTP/AVP 0\r\n",
        "a=rtpmap:0 x/8000\r\n",
        "c=IN IP4 ",
        "HEP3",
        "GET / HTTP/1.1\r\n",
        "\u0016\u0003\u0001",
        "\u0081\u00fe",
        "\u0081\u00ff"};

    private final SplittableRandom random;

    Mutation(long seed, long number) {
        random = new SplittableRandom(seed + number * 0x2545f4914f6cdd1dL);
    }

    byte[] of(List<byte[]> seeds) {
        byte[] bytes = pick(seeds).clone();
        int changes = random.nextInt(3) == 0 ? 1 : random.nextInt(1, MOST_CHANGES + 1);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes, seeds);
        }
        return bytes.length <= MOST_BYTES ? bytes : Arrays.copyOf(bytes, MOST_BYTES);
    }

    private byte[] pick(List<byte[]> seeds) {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] bytes, List<byte[]> seeds) {
        int from = place(bytes);
        int to = from + random.nextInt(1 + Math.min(64, bytes.length - from));
        return switch (random.nextInt(12)) {
            case 0, 1 -> flipped(bytes, from);
            case 2 -> spliced(bytes, from, from, randomBytes());
            case 3 -> spliced(bytes, from, to, new byte[0]);
            case 4 -> spliced(bytes, from, from, repeated(Arrays.copyOfRange(bytes, from, to)));
            case 5, 6 -> numbered(bytes, from);
            case 7 -> spliced(bytes, from, random.nextBoolean() ? from : to, word());
            case 8 -> digits(bytes, from);
            case 9 -> crossed(bytes, from, pick(seeds));
            case 10 -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, from) : flipped(bytes, from);
            default -> moved(bytes, from, to);
        };
    }

    private int place(byte[] bytes) {
        int most = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 96);
        return random.nextInt(most + 1);
    }

    private byte[] flipped(byte[] bytes, int at) {
        if (at < bytes.length) {
            bytes[at] = (byte) (bytes[at] ^ 1 << random.nextInt(Byte.SIZE));
        }
        return bytes;
    }

    private byte[] randomBytes() {
        byte[] made = new byte[random.nextInt(1, 17)];
        random.nextBytes(made);
        return made;
    }

    private byte[] word() {
        return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Once more, or very often.
    private byte[] repeated(byte[] piece) {
        int times = random.nextInt(8) == 0 ? random.nextInt(1, 200) : 1;
        byte[] all = new byte[Math.min(piece.length * times, MOST_BYTES)];
        for (int i = 0; i < all.length; i++) {
            all[i] = piece[i % piece.length];
        }
        return all;
    }

    /// With a number of one to eight bytes in the place of others: small, at a boundary, negative.
    private byte[] numbered(byte[] bytes, int at) {
        int size = 1 << random.nextInt(4);
        if (at + size > bytes.length) {
            return bytes;
        }
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        long number = switch (random.nextInt(4)) {
            case 0 -> bytes.length - at + random.nextInt(-2, 3);
            case 1 -> bytes.length + random.nextInt(-2, 3);
            default -> NUMBERS[random.nextInt(NUMBERS.length)];
        };
        switch (size) {
            case 1 -> buffer.put(at, (byte) number);
            case 2 -> buffer.putShort(at, (short) number);
            case 4 -> buffer.putInt(at, (int) number);
            default -> buffer.putLong(at, number);
        }
        return bytes;
    }

    /// With another number in the place of the next that stands there in digits.
    private byte[] digits(byte[] bytes, int at) {
        int from = at;
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && isDigit(bytes[to])) {
            to++;
        }
        String number = random.nextInt(4) == 0 ? "9".repeat(random.nextInt(1, 40))
                : Long.toString(NUMBERS[random.nextInt(NUMBERS.length)]);
        return spliced(bytes, from, to, number.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// The beginning of one input with the end of another.
    private byte[] crossed(byte[] bytes, int at, byte[] other) {
        int from = place(other);
        return spliced(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
    }

    private byte[] moved(byte[] bytes, int from, int to) {
        byte[] piece = Arrays.copyOfRange(bytes, from, to);
        byte[] rest = spliced(bytes, from, to, new byte[0]);
        int at = place(rest);
        return spliced(rest, at, at, piece);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] all = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(between, 0, all, from, between.length);
        System.arraycopy(bytes, to, all, from + between.length, bytes.length - to);
        return all;
    }
}
