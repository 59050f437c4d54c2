package org.sipsleuth.lab.recipe;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The labs that come with the program.
public final class Recipes {

    private static final List<Recipe> ALL = List.of(new ReadALadder(), new WhyDidItDrop(), new ScanOrMonitoring(),
            new GuessAndUse(), new FloodThreshold(), new NovelDialog(), new WriteASignature(), new BeliefsByHand(),
            new BillOfTheMonth(), new WhoBecameWhom(), new AtTheBorder());

    private Recipes() {}

    /// All, in the order of the course.
    public static List<Recipe> all() {
        return ALL.stream().sorted(Comparator.comparingInt(recipe -> recipe.syllabus().number())).toList();
    }

    /// The lab of this id, number, or nearest scenario of the simulator.
    public static Optional<Recipe> named(String name) {
        return all().stream()
                .filter(recipe -> recipe.syllabus().id().equals(name)
                        || Integer.toString(recipe.syllabus().number()).equals(name))
                .findFirst()
                .or(() -> all().stream().filter(recipe -> recipe.syllabus().scenario().equals(name)).findFirst());
    }
}
