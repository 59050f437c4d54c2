package org.sipsleuth.signature;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sipsleuth.text.NewerFormat;

/// Reads the JSON of a bundle. Anybody can have written it: what is too long, too deep or too much
/// is refused, and so is every name that is unknown.
final class BundleJson {

    private static final int DEEPEST = 6;
    private static final int LONGEST_TEXT = 2 * WeightedString.LONGEST;

    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(20)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(64)
                            .build())
                    .build();

    private final JsonParser json;

    private BundleJson(JsonParser json) {
        this.json = json;
    }

    /// What was read.
    ///
    /// @param sha256 the hash that the file states
    record Read(SignatureBundle bundle, String sha256) {}

    static Read read(byte[] bytes) throws BundleFormatException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return new BundleJson(parser).all();
        } catch (BundleFormatException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new BundleFormatException("is not valid JSON, or a value in it is too long");
        } catch (IllegalArgumentException e) {
            throw new BundleFormatException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("memory was read", e);
        }
    }

    private Read all() throws IOException {
        String format = "";
        long version = 0;
        String sha256 = "";
        List<Signature> signatures = List.of();
        List<BundleSource> sources = List.of();
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "format" -> format = text();
                case "version" -> version = checked(number());
                case "signatures" -> signatures = list(this::signature);
                case "sources" -> sources = list(this::source);
                case "sha256" -> sha256 = text();
                default -> throw unknown();
            }
        }
        if (!format.equals(BundleFile.FORMAT)) {
            throw new BundleFormatException("is not a SipSleuth bundle of signatures");
        }
        if (version != BundleFile.VERSION) {
            throw new BundleFormatException("has the unknown version %d".formatted(version));
        }
        if (json.nextToken() != null) {
            throw new BundleFormatException("has data behind its end");
        }
        return new Read(new SignatureBundle(signatures, sources), sha256);
    }

    /// At once: what a newer program writes behind it may be unknown.
    private static long checked(long version) throws BundleFormatException {
        if (version > BundleFile.VERSION) {
            throw new BundleFormatException(NewerFormat.text("signature bundle", version, BundleFile.VERSION));
        }
        return version;
    }

    private Signature signature() throws IOException {
        String name = "";
        SignatureKind kind = SignatureKind.BILATERAL;
        long messages = 0;
        long threshold = 0;
        List<WeightedString> strings = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "name" -> name = text();
                case "kind" -> kind = SignatureKind.of(text())
                        .orElseThrow(() -> new IllegalArgumentException("a kind of signature is unknown"));
                case "messages" -> messages = number();
                case "threshold" -> threshold = number();
                case "strings" -> strings = list(this::string);
                default -> throw unknown();
            }
        }
        return new Signature(name, kind, strings, threshold, count(messages));
    }

    private WeightedString string() throws IOException {
        String hex = "";
        long weight = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "hex" -> hex = text();
                case "weight" -> weight = number();
                default -> throw unknown();
            }
        }
        return new WeightedString(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1), count(weight));
    }

    private BundleSource source() throws IOException {
        String role = "";
        String sha256 = "";
        long messages = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "role" -> role = text();
                case "sha256" -> sha256 = text();
                case "messages" -> messages = number();
                default -> throw unknown();
            }
        }
        if (!role.equals(BundleFile.CLEAN) && !role.equals(BundleFile.ANOMALOUS)) {
            throw new BundleFormatException("the role of a source is unknown");
        }
        return new BundleSource(role.equals(BundleFile.CLEAN), sha256, count(messages));
    }

    /// Reads an object whose beginning has been read.
    @FunctionalInterface
    private interface Element<T> {
        T read() throws IOException;
    }

    private <T> List<T> list(Element<T> element) throws IOException {
        expect(JsonToken.START_ARRAY);
        List<T> list = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            list.add(element.read());
            if (list.size() > SignatureBundle.MOST) {
                throw new BundleFormatException("has a list of more than 1,000 entries");
            }
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new BundleFormatException("has a list with other things than objects");
        }
        return list;
    }

    private static int count(long number) throws BundleFormatException {
        if ((int) number != number) {
            throw new BundleFormatException("has a number that is out of its range");
        }
        return (int) number;
    }

    private String text() throws IOException {
        expect(JsonToken.VALUE_STRING);
        return json.getText();
    }

    private long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT);
        return json.getLongValue();
    }

    private void expect(JsonToken token) throws IOException {
        if (json.nextToken() != token) {
            throw new BundleFormatException("has a value of another type than expected");
        }
    }

    private BundleFormatException unknown() throws IOException {
        return new BundleFormatException("has an unknown name: " + json.currentName().replaceAll("[^A-Za-z0-9_]", "."));
    }
}
