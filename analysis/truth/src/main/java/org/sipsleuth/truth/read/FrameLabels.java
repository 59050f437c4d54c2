package org.sipsleuth.truth.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TruthLabel;

/// What messages are, by frame and place in it, in the order of frames.
final class FrameLabels {

    private final IntColumn frames = new IntColumn();
    private final IntColumn places = new IntColumn();
    private final IntColumn labels = new IntColumn();
    private final Map<Integer, List<MutatedBytes>> mutations = new HashMap<>();
    private final List<TruthLabel> all;

    /// @param all what the numbers of labels mean
    FrameLabels(List<TruthLabel> all) {
        this.all = all;
    }

    /// Adds a message.
    ///
    /// @return false if it does not come after the one before
    boolean add(int frame, int place, int label, List<MutatedBytes> mutated) {
        int row = frames.size();
        if (row > 0) {
            int before = frames.get(row - 1);
            if (frame < before || (frame == before && place <= places.get(row - 1))) {
                return false;
            }
        }
        frames.add(frame);
        places.add(place);
        labels.add(label);
        if (!mutated.isEmpty()) {
            mutations.put(row, List.copyOf(mutated));
        }
        return true;
    }

    int size() {
        return frames.size();
    }

    Optional<TruthLabel> of(int frame, int place) {
        int row = find(frame, place);
        return row < 0 ? Optional.empty() : Optional.of(all.get(labels.get(row)));
    }

    List<MutatedBytes> mutations(int frame, int place) {
        return mutations.getOrDefault(find(frame, place), List.of());
    }

    private int find(int frame, int place) {
        int low = 0;
        int high = frames.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compare(frames.get(middle), frame);
            if (order == 0) {
                order = Integer.compare(places.get(middle), place);
            }
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }
}
