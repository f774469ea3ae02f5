package org.wellmet.vocabulary;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes the four compact files under `src/main/resources/vocabulary` from the seed lists as their publishers give
/// them. Run once per new edition of a list, by hand:
///
/// ```
/// CompileVocabulary <folder with places/, onet/, skills/, universities/> src/main/resources/vocabulary
/// ```
///
/// Each line is a term: `id \t detail \t extra \t name \t other name ...`, best known first where the source tells.
final class CompileVocabulary {
    private CompileVocabulary() {}

    public static void main(String[] arguments) throws IOException {
        Path seed = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        write(target.resolve("city.tsv.gz"), cities(seed.resolve("places")));
        write(target.resolve("occupation.tsv.gz"), occupations(seed.resolve("onet")));
        write(target.resolve("school.tsv.gz"), schools(seed.resolve("universities")));
        write(target.resolve("skill.tsv.gz"), skills(seed));
    }

    // ---- cities

    private static List<String> cities(Path folder) throws IOException {
        record City(int population, String line) {}
        Path archive;
        try (Stream<Path> files = Files.list(folder)) {
            archive = files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
        }
        String text;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            zip.getNextEntry();
            text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<City> cities = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] cell = line.split("\t", -1);
            if (Set.of("PPLH", "PPLQ", "PPLW").contains(cell[7])) {
                continue; // historical, abandoned and destroyed places
            }
            int population = Integer.parseInt(cell[14]);
            String extra = String.format(
                    Locale.ROOT,
                    "%d %.2f %.2f",
                    Math.max(1, population / 1000),
                    Double.parseDouble(cell[4]),
                    Double.parseDouble(cell[5]));
            String detail = cell[8] + region(cell[8], cell[10]);
            List<String> names = new ArrayList<>(List.of(cell[1]));
            names.addAll(otherNames(cell[1], cell[3]));
            cities.add(new City(population, cell[0] + "\t" + detail + "\t" + extra + "\t" + String.join("\t", names)));
        }
        cities.sort(Comparator.comparingInt(City::population).reversed());
        return cities.stream().map(City::line).toList();
    }

    private static List<String> otherNames(String name, String others) {
        return Stream.of(others.split(","))
                .filter(Exonyms.NAMES::contains)
                .filter(other -> !Folding.fold(other).equals(Folding.fold(name)))
                .distinct()
                .toList();
    }

    private static String region(String country, String code) {
        String name = Regions.NAMES.get(country + "." + code);
        return name == null ? "" : " " + name;
    }

    // ---- occupations

    private static List<String> occupations(Path folder) throws IOException {
        record Title(String code, String name, int sources) {}
        Map<String, Set<String>> names = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (String[] cell : table(folder.resolve("Occupation Data.txt"))) {
            names.put(cell[0], new LinkedHashSet<>(List.of(cell[1])));
            taken.add(Folding.fold(cell[1]));
        }
        List<Title> titles = new ArrayList<>();
        for (String[] cell : table(folder.resolve("Alternate Titles.txt"))) {
            int sources = cell[3].split(",").length;
            String stripped = cell[1].replaceAll(" *\\([^)]*\\)$", "");
            titles.add(new Title(cell[0], stripped, sources));
            if (!cell[2].equals("n/a")) {
                titles.add(new Title(cell[0], cell[2], sources));
                if (stripped.equals(cell[2]) && cell[1].endsWith(")")) {
                    String expansion = cell[1].substring(cell[1].indexOf('(') + 1, cell[1].length() - 1);
                    titles.add(new Title(cell[0], expansion, sources));
                }
            }
        }
        // A title that several occupations share goes to the one that most sources name it for.
        titles.sort(Comparator.comparingInt(Title::sources).reversed().thenComparing(Title::code));
        for (Title title : titles) {
            if (title.name().length() <= Vocabulary.MAX_NAME_LENGTH && taken.add(Folding.fold(title.name()))) {
                names.get(title.code()).add(title.name());
            }
        }
        return names.entrySet().stream()
                .map(each -> each.getKey() + "\t\t\t" + String.join("\t", each.getValue()))
                .toList();
    }

    // ---- schools

    private static List<String> schools(Path folder) throws IOException {
        JsonNode list = JsonMapper.shared()
                .readTree(folder.resolve("world_universities_and_domains.json").toFile());
        Set<String> taken = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (JsonNode school : list) {
            String id = school.get("domains").get(0).asString();
            String name = school.get("name").asString().strip().replaceAll("\\s+", " ");
            String country = school.get("alpha_two_code").asString();
            if (taken.add(id)) {
                lines.add(id + "\t" + country + "\t\t" + name);
            }
        }
        lines.sort(Comparator.comparing((String line) -> line.split("\t")[1]).thenComparing(line -> line));
        return lines;
    }

    // ---- skills

    private static List<String> skills(Path seed) throws IOException {
        Map<String, Integer> weightByTool = new HashMap<>();
        for (String[] cell : table(seed.resolve("onet/Technology Skills.txt"))) {
            weightByTool.merge(cell[1], 1, Integer::sum);
        }
        record Skill(int weight, String line) {}
        List<Skill> skills = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        try (CSVParser topics = CSVParser.parse(
                new StringReader(Files.readString(seed.resolve("skills/github-topics.csv"))),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord topic : topics) {
                String name = topic.get("display_name").strip();
                Set<String> names = new LinkedHashSet<>(List.of(name));
                for (String alias : topic.get("aliases").split(",")) {
                    if (!alias.isBlank() && !Folding.fold(alias).equals(Folding.fold(name))) {
                        names.add(alias.strip());
                    }
                }
                if (taken.add(Folding.fold(name))) {
                    int weight = 20 + weightByTool.getOrDefault(name, 0);
                    skills.add(new Skill(
                            weight,
                            "topic:" + topic.get("topic") + "\t\t\t"
                                    + names.stream().limit(8).collect(Collectors.joining("\t"))));
                }
            }
        }
        weightByTool.forEach((name, weight) -> {
            String fold = Folding.fold(name);
            if (name.length() <= Vocabulary.MAX_NAME_LENGTH && taken.add(fold)) {
                skills.add(new Skill(weight, "tool:" + fold.replace(' ', '-') + "\t\t\t" + name));
            }
        });
        skills.sort(Comparator.comparingInt(Skill::weight).reversed().thenComparing(Skill::line));
        return skills.stream().map(Skill::line).toList();
    }

    // ---- files

    private static List<String[]> table(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                GZIPOutputStream zip = new GZIPOutputStream(out) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                };
                BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        }
        System.out.println(file.getFileName() + ": " + lines.size() + " terms, " + Files.size(file) + " bytes");
    }
}
