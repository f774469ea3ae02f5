package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.List;
import org.wellmet.graph.Bond;

/// What a viewer says, to be looked for on the cards of thousands. Confined to one judging, within [TraitIndex#read].
final class OwnTraits {
    private final TraitCard card;
    /// By kind.
    private final List<List<Said>> said;
    /// The values that the viewer holds.
    private final ValueNumbers held = new ValueNumbers();
    /// Those that go together with one of these.
    private final ValueNumbers sought = new ValueNumbers();
    /// By kind: how strongly the one thing that the viewer says goes together with each other, of a gradual kind.
    private final float[][] strengths;

    OwnTraits(TraitIndex index, TraitCard card) {
        this.card = card;
        this.said = new ArrayList<>();
        this.strengths = new float[index.sources().size()][0];
        for (int kind = 0; kind < strengths.length; kind++) {
            int[] values = card.values(kind);
            List<Said> ofKind = new ArrayList<>(values.length);
            for (int value : values) {
                int counterpart = index.values(kind).counterpart(value);
                held.add(kind, value);
                sought.add(kind, counterpart);
                ofKind.add(new Said(counterpart, index.values(kind).traits(card, kind, value)));
            }
            said.add(ofKind);
            if (values.length == 1 && index.sources().get(kind).isGradual()) {
                strengths[kind] = index.values(kind).strengths(values[0]);
            }
        }
    }

    /// By value, as [TraitValues#strengths]; nothing unless the kind is gradual and the viewer says one thing of it.
    float[] strengths(int kind) {
        return strengths[kind];
    }

    /// A value that the viewer holds.
    ///
    /// @param counterpart the value that goes together with it
    /// @param traits what was said of it
    record Said(int counterpart, List<Trait> traits) {}

    /// What the viewer says of a kind, value by value.
    List<Said> said(int kind) {
        return said.get(kind);
    }

    /// Whether the viewer says anything of the kind.
    boolean says(int kind) {
        return kind < card.words()[0] && TraitCard.valueCount(card.words(), kind) > 0;
    }

    /// Whether the value goes together with one that the viewer holds.
    boolean seeks(int kind, int value) {
        return sought.of(kind, value) >= 0;
    }

    /// The number of a value that the viewer holds.
    int number(int kind, int value) {
        return held.of(kind, value);
    }

    /// By number of a held value and by place among the bonds: how many of those listed there, the viewer aside, show
    /// all members that they hold it, too.
    int[][] company(TraitIndex index, List<Bond> bonds, long viewer) {
        int[][] counts = new int[held.size()][bonds.size()];
        Digest digest = digest();
        for (int place = 0; place < bonds.size(); place++) {
            long[] keys = index.perhapsShowing(digest, bonds.get(place).some());
            int[][] words = index.words(keys);
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != viewer) {
                    count(words[i], counts, place);
                }
            }
        }
        return counts;
    }

    private Digest digest() {
        Digest digest = new Digest();
        int at = TraitCard.firstValue(card.words());
        for (int kind = 0; kind < card.words()[0]; kind++) {
            for (int end = at + TraitCard.valueCount(card.words(), kind); at < end; at++) {
                digest.add(kind, card.words()[at]);
            }
        }
        return digest;
    }

    private void count(int[] words, int[][] counts, int place) {
        int at = TraitCard.firstValue(words);
        for (int kind = 0; kind < words[0]; kind++) {
            int end = at + TraitCard.valueCount(words, kind);
            if (TraitCard.isShown(words, kind)) {
                for (; at < end; at++) {
                    int number = held.of(kind, words[at]);
                    if (number >= 0) {
                        counts[number][place]++;
                    }
                }
            }
            at = end;
        }
    }
}
