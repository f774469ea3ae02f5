package org.wellmet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;

/// The arrows between the features and the habits that a compiler does not know.
@AnalyzeClasses(packages = "org.wellmet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @Test
    void featuresKnowEachOtherByTheirFrontDoorsAndWithoutCycles() {
        ApplicationModules.of(Wellmet.class).verify();
    }

    @ArchTest
    static final ArchRule storesStayAtHome = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .should()
            .bePackagePrivate()
            .because("SQL belongs to one feature");

    @ArchTest
    static final ArchRule pagesGoThroughFrontDoors = noClasses()
            .that()
            .haveSimpleNameEndingWith("Pages")
            .or()
            .haveSimpleNameEndingWith("Api")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Store")
            .because("a front door asks Visibility and a store does not");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a test must be able to say what time it is");

    @ArchTest
    static final ArchRule chanceIsHandedIn =
            noClasses().should().callConstructor(Random.class).because("a test must be able to repeat it");

    @ArchTest
    static final ArchRule transactionsAreOpenedByName = noClasses()
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("org.wellmet.database.Transactions says where one begins and lets writers read what they wrote");
}
