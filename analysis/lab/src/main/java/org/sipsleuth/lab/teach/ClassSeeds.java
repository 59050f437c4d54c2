package org.sipsleuth.lab.teach;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.simulate.clock.SeededRandom;

/// The seeds of the students of a class: different ones, from the seed of the class.
public final class ClassSeeds {

    /// Short enough to be typed from a sheet.
    private static final long MOST = 999_999;

    private ClassSeeds() {}

    /// So many different seeds.
    public static List<Long> of(long seed, int students) {
        SeededRandom draws = new SeededRandom(seed).of("class");
        Set<Long> seeds = new LinkedHashSet<>();
        while (seeds.size() < students) {
            seeds.add(draws.between(100_000, MOST));
        }
        return new ArrayList<>(seeds);
    }
}
