// Colours, times and shapes for the charts: what a chart's settings, being data, cannot say.
(() => {
  "use strict";

  const language = document.documentElement.lang;
  const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" });
  const full = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: "UTC" });
  const shown = [];

  /** So few points that a line alone would hardly show. */
  const FEW = 60;

  const paint = config => {
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue(name).trim();
    const parts = {
      median: { borderColor: colour("--accent"), backgroundColor: colour("--accent"), borderWidth: 2, pointRadius: 0 },
      most: { borderColor: colour("--edge"), backgroundColor: colour("--edge"), borderWidth: 1, pointRadius: 0, borderDash: [4, 3] },
      least: { borderColor: colour("--edge"), backgroundColor: colour("--tint"), borderWidth: 1, pointRadius: 0 },
      failures: { borderColor: colour("--bad"), backgroundColor: colour("--bad"), pointStyle: "triangle", pointRadius: 6, showLine: false },
      down: { borderColor: colour("--bad"), backgroundColor: colour("--bad"), borderWidth: 1 },
    };
    config.data.datasets.forEach(set => Object.assign(set, parts[set.part]));
    config.data.datasets.filter(set => set.part === "median" && set.data.length < FEW).forEach(set => { set.pointRadius = 2; });
    const scales = config.options.scales;
    for (const name of ["x", "y"]) {
      const scale = scales[name] = scales[name] ?? {};
      scale.grid = { color: colour("--line") };
      scale.border = { color: colour("--line") };
      scale.ticks = { ...scale.ticks, color: colour("--soft"), maxTicksLimit: name === "x" ? 8 : 6, maxRotation: 0 };
      scale.title = { ...scale.title, color: colour("--soft") };
    }
    const linear = scales.x.type === "linear";
    if (linear) {
      const part = (scales.x.max - scales.x.min) / 6;
      Object.assign(scales.x.ticks, { stepSize: part, includeBounds: false });
      scales.x.ticks.callback = value => time.format(new Date(value));
    }
    config.options.plugins = {
      legend: { display: config.data.datasets.length > 1, labels: { color: colour("--soft"), usePointStyle: true, boxHeight: 7 } },
      tooltip: { callbacks: linear ? { title: items => items.length ? `${full.format(new Date(items[0].parsed.x))} UTC` : "" } : {} },
    };
  };

  /** PrimeFaces calls it with the widget before the chart is drawn. */
  window.deskChart = function () {
    paint(this.cfg.config);
    shown.push(this);
  };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => shown.filter(widget => widget.chart?.canvas?.isConnected).forEach(widget => {
    paint(widget.chart.config);
    widget.chart.update();
  }));
})();
