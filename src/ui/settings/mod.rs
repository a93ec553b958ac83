//! The settings screen.

mod choice;
mod voice;

use leptos::prelude::*;

use self::choice::{Note, Slider, Switch, choices};
use self::voice::VoicePicker;
use crate::app::settings::{Mixing, Reader, Setting};
use crate::app::{BELOW_SETTINGS, Route, settings};
use crate::domain::appearance::{Build, Skin, Theme};
use crate::domain::cue::Density;
use crate::domain::plan::{QUICKEST, SLOWEST, SettlingTime};
use crate::domain::posture::Side;
use crate::text::{Key, en};
use crate::ui::bar::Bar;
use crate::ui::erased::{Memo, live};
use crate::ui::figure::decoration;
use crate::ui::invitation::InstallCard;
use crate::ui::painted::afterwards;
use crate::ui::parts::DeviceCheckLink;
use crate::ui::{app, dispatching, word};

/// The settings screen.
#[component]
pub(super) fn SettingsScreen() -> impl IntoView {
    view! {
        <div class="screen settings">
            <Bar/>
            <main>
                <h1 tabindex="-1">{word(Key::Settings)}</h1>
                <section class="card"><h2>{word(Key::Words)}</h2><Words/></section>
                <section class="card"><h2>{word(Key::Voice)}</h2><Voice/></section>
                <section class="card"><h2>{word(Key::Tones)}</h2><Tones/></section>
                {afterwards(|| view! {
                    <section class="card"><h2>{word(Key::Pace)}</h2><Pace/></section>
                    <section class="card"><h2>{word(Key::Look)}</h2><Look/></section>
                    <InstallCard/>
                    <section class="card"><h2>{word(Key::Data)}</h2><Data/></section>
                })}
            </main>
            <footer class="foot"><p class="links">
                {BELOW_SETTINGS.iter().map(link).collect_view()}
            </p></footer>
        </div>
    }
}

fn link(screen: &Route) -> AnyView {
    view! { <a href=screen.fragment()>{word(screen.name())}</a> }.into_any()
}

#[component]
fn Words() -> impl IntoView {
    let app = app();
    let density = Memo::new(move || {
        app.model
            .with(|model| model.context.settings().preferences.density)
    });
    let fade = Memo::new(move || {
        app.model
            .with(|model| model.context.settings().preferences.fade_teaching)
    });
    let reader = Memo::new(move || {
        app.model
            .with(|model| model.context.settings().reader == Reader::ScreenReader)
    });
    let means = |words| Some(Note::Means(words));
    let options = [
        (Density::Teaching, Key::Teaching, means(Key::TeachingMeans)),
        (
            Density::Reminding,
            Key::Reminding,
            means(Key::RemindingMeans),
        ),
        (
            Density::TonesOnly,
            Key::TonesOnly,
            means(Key::TonesOnlyMeans),
        ),
        (Density::Silent, Key::Silent, means(Key::SilentMeans)),
    ];
    view! {
        {choices(Key::Density, density, &options, Setting::Density)}
        <Switch name=Key::Fade on=fade change=Setting::FadeTeaching/>
        <Switch name=Key::ScreenReader on=reader change=read_by/>
        <p class="meta">{word(Key::ScreenReaderMeans)}</p>
    }
}

/// Who reads the lines: a screen reader, or Limber itself.
fn read_by(by_reader: bool) -> Setting {
    Setting::Reader(if by_reader {
        Reader::ScreenReader
    } else {
        Reader::Limber
    })
}

#[component]
fn Voice() -> impl IntoView {
    let app = app();
    let rate = Memo::new(move || {
        app.model
            .with(|model| model.context.settings().preferences.rate)
    });
    let volume = Memo::new(move || {
        app.model
            .with(|model| model.context.settings().voice_volume)
    });
    view! {
        <VoicePicker/>
        <Slider name=Key::Rate value=rate least=SLOWEST most=QUICKEST show=en::rate change=Setting::Rate/>
        <Slider name=Key::VoiceVolume value=volume least=0.0 most=1.0 show=en::percent change=Setting::VoiceVolume/>
        <button type="button" class="secondary" on:click=dispatching(settings::Event::TestVoicePressed)>{word(Key::TestVoice)}</button>
        <p><DeviceCheckLink/></p>
    }
}

#[component]
fn Tones() -> impl IntoView {
    let app = app();
    let volume = Memo::new(move || app.model.with(|model| model.context.settings().tone_volume));
    let vibration = Memo::new(move || app.model.with(|model| model.context.settings().vibration));
    let mixing = Memo::new(move || app.model.with(|model| model.context.settings().mixing));
    let means = |words| Some(Note::Means(words));
    let mixings = [
        (
            Mixing::Exclusive,
            Key::MixingExclusive,
            means(Key::MixingExclusiveMeans),
        ),
        (
            Mixing::Ducking,
            Key::MixingDucking,
            means(Key::MixingDuckingMeans),
        ),
        (
            Mixing::Mixed,
            Key::MixingMixed,
            means(Key::MixingMixedMeans),
        ),
    ];
    view! {
        <Slider name=Key::ToneVolume value=volume least=0.0 most=1.0 show=en::percent change=Setting::ToneVolume/>
        <button type="button" class="secondary" on:click=dispatching(settings::Event::TestTonesPressed)>{word(Key::TestTones)}</button>
        <Switch name=Key::Vibration on=vibration change=Setting::Vibration/>
        {choices(Key::Mixing, mixing, &mixings, Setting::Mixing)}
        <p class="meta">{word(Key::MixingNote)}</p>
    }
}

#[component]
fn Pace() -> impl IntoView {
    let app = app();
    let settling = Memo::new(move || {
        app.model
            .with(|model| model.context.settings().preferences.settling)
    });
    let stiffer = Memo::new(move || {
        app.model
            .with(|model| model.context.settings().preferences.stiffer_side)
    });
    let paces = [
        (SettlingTime::Brisk, Key::Brisk, None),
        (SettlingTime::Usual, Key::Usual, None),
        (SettlingTime::Unhurried, Key::Unhurried, None),
    ];
    let sides = [
        (None, Key::Neither, None),
        (Some(Side::Left), Key::Left, None),
        (Some(Side::Right), Key::Right, None),
    ];
    view! {
        {choices(Key::SettlingTime, settling, &paces, Setting::Settling)}
        {choices(Key::StifferSide, stiffer, &sides, Setting::StifferSide)}
    }
}

#[component]
fn Look() -> impl IntoView {
    let app = app();
    let theme = Memo::new(move || app.model.with(|model| model.context.settings().theme));
    let letters = Memo::new(move || app.model.with(|model| model.context.settings().letter_keys));
    let themes = [
        (Theme::Device, Key::ThemeDevice, None),
        (Theme::Light, Key::ThemeLight, None),
        (Theme::Dark, Key::ThemeDark, None),
    ];
    view! {
        {choices(Key::Theme, theme, &themes, Setting::Theme)}
        <Switch name=Key::LetterKeys on=letters change=Setting::LetterKeys/>
        {figure_choices()}
    }
}

fn figure_choices() -> impl IntoView {
    let app = app();
    let build = Memo::new(move || {
        app.model
            .with(|model| model.context.settings().figure.build)
    });
    let skin = Memo::new(move || app.model.with(|model| model.context.settings().figure.skin));
    let builds = [
        (Build::Slight, Key::BuildSlight, None),
        (Build::Sturdy, Key::BuildSturdy, None),
    ];
    let skins = [
        (Skin::Fair, Key::SkinFair),
        (Skin::Olive, Key::SkinOlive),
        (Skin::Brown, Key::SkinBrown),
        (Skin::Deep, Key::SkinDeep),
    ]
    .map(|(skin, name)| (skin, name, Some(Note::Swatch(skin))));
    // Its skin tone is left to the style sheet, while its build is drawn.
    let drawn = move || {
        build.with(|_| ());
        decoration("cat-cow")
    };
    view! {
        {choices(Key::Build, build, &builds, Setting::Build)}
        {choices(Key::Skin, skin, &skins, Setting::Skin)}
        <div class="chosen">{live(drawn)}</div>
    }
}

#[component]
fn Data() -> impl IntoView {
    let app = app();
    let quarantined = Memo::new(move || app.model.with(|model| model.context.kept.quarantined));
    view! {
        <p>{word(Key::DataMeans)}</p>
        {live(move || (quarantined.get() > 0).then(|| view! { <p class="caution">{en::quarantined(quarantined.get())}</p> }))}
        <button type="button" class="secondary" on:click=dispatching(settings::Event::ExportPressed)>{word(Key::SaveFile)}</button>
    }
}
