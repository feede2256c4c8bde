// Pages are Markdown alone, without a template language in their bodies, as ours are.
const address = "https://example.org";
const dates = {};
for (const language of ["en", "cy"]) {
  dates[language] = new Intl.DateTimeFormat(`${language}-GB`, { dateStyle: "long", timeZone: "UTC" });
}

module.exports = (config) => {
  // As data it would be copied for every page.
  config.addNunjucksGlobal("shared", require("./shared.json"));
  config.addFilter("absolute", (place) => address + place);
  config.addFilter("day", (iso, language) => dates[language].format(new Date(iso)));
  config.addFilter("json", (value) => JSON.stringify(value).replaceAll("<", "\\u003c"));
  return {
    dir: { input: "content", output: "public", includes: "../includes" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
};
