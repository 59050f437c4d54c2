package org.sipsleuth.truth.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.IntColumn;

/// What named things are. Of names only fingerprints are kept. Used by any thread.
///
/// @param <T> what is known of a thing
final class NamedLabels<T> {

    private final Fingerprint fingerprint = new Fingerprint();
    private final FingerprintMap names = new FingerprintMap();
    private final IntColumn labels = new IntColumn();
    private final List<T> all;

    /// @param all what the numbers of labels mean
    NamedLabels(List<T> all) {
        this.all = all;
    }

    /// Adds a name.
    ///
    /// @return false if it is there already
    synchronized boolean add(String name, int label) {
        boolean isNew = names.number(fingerprint(name)) == labels.size();
        if (isNew) {
            labels.add(label);
        }
        return isNew;
    }

    synchronized int size() {
        return labels.size();
    }

    synchronized Optional<T> of(String name) {
        int number = names.find(fingerprint(name));
        return number < 0 ? Optional.empty() : Optional.of(all.get(labels.get(number)));
    }

    private Fingerprint fingerprint(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return fingerprint.begin().add(bytes, 0, bytes.length).end();
    }
}
